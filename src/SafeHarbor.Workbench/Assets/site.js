// Small help where scripts are on; every page works without.
