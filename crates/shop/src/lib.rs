//! Reads a seller's shop folder into a shop pack and names each mistake by file and line.
