# rule: notebook_undefined.never_defined
# source: constructed
# says: learn is not defined: no cell that has run since the kernel started gives it a value\.
# says: learn
# %% fails
learn.fit(1)
