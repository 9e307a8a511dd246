# rule: python_attributes.method_of_another_type
# source: constructed
# says: s\.upper\(\)
# says: abc
# %% fails
s='abc'
s.uper()
# %% mended
s='abc'
s.upper()
