export const shell = {
  service: "Centremark",
};
