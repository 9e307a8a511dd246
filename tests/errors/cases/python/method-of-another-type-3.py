# rule: python_attributes.method_of_another_type
# source: constructed
# says: 'a' in d
# %% fails
d={'a':1}
d.has_key('a')
# %% mended
d={'a':1}
'a' in d
