# rule: python_attributes.method_of_another_type
# source: constructed
# says: s = s \+ 'd'
# says: abc
# %% fails
s = 'abc'
s.append('d')
# %% mended
s = 'abc'
s = s + 'd'
