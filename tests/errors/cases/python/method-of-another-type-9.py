# rule: python_attributes.method_of_another_type
# source: constructed
# says: len\(x\)
# says: abc
# %% fails
x = 'abc'
x.length
# %% mended
x = 'abc'
len(x)
