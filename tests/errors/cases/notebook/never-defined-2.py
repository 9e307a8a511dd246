# rule: notebook_undefined.never_defined
# source: constructed
# says: no cell that has run since the kernel started
# says: learn
# %% fails
learn.fit(1)
