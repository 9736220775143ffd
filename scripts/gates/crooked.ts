export const   crooked  = "yes";
