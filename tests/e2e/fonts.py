"""Fonts that the browser tests name, so that a page looks alike on every machine."""

from pathlib import Path
from typing import Final

from infra.local.cloud import ROOT

PLAIN: Final = ROOT / "functions" / "renderer" / "fonts"
"""What stands for Arial: Noto Sans, which the project ships, and its sisters for other scripts."""
WIDE: Final = ROOT / "frontend" / "node_modules" / "dejavu-fonts-ttf" / "ttf"
WIDEST: Final = "DejaVu Sans"
"""The widest common font of text, and all that a small Linux has."""

CONFIGURATION: Final = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{plain}</dir>
  <dir>{wide}</dir>
  <cachedir>{cache}</cachedir>
  {aliases}
</fontconfig>
"""
ALIAS: Final = '<alias binding="same"><family>{family}</family><prefer><family>Noto Sans</family></prefer></alias>'
FAMILIES: Final = ("Arial", "Helvetica", "sans-serif", "serif", "monospace", "system-ui")


def configuration(folder: Path) -> Path:
    """Write a fontconfig file, for `FONTCONFIG_FILE`, that knows these fonts and none of the machine's."""
    assert WIDE.is_dir(), "Run `npm ci` in frontend."
    aliases = "\n  ".join(ALIAS.format(family=family) for family in FAMILIES)
    where = folder / "fonts.conf"
    where.write_text(CONFIGURATION.format(plain=PLAIN, wide=WIDE, cache=folder / "cache", aliases=aliases))
    return where
