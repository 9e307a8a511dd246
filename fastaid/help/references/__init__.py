"""Readable Python for what torch computes in C++: read as text by the help, run by the tests only."""
