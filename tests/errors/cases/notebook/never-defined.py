# rule: notebook_undefined.never_defined
# source: constructed
# says: search_things is not defined: no cell that has run since the kernel started gives it a
# says: search_things
# %% fails
search_things('x')
