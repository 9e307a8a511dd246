# rule: notebook_undefined.never_defined
# source: constructed
# says: undefined_thing is not defined: no cell that has run since the kernel started gives it a
# says: undefined_thing
# %% fails
print(f'{undefined_thing}')
