export const submitted = {};
