# rule: python_values.of_nothing
# source: constructed
# says: if 'z' in 'abc': 'abc'\.index\('z'\)
# says: abc
# %% fails
'abc'.index('z')
# %% mended
if 'z' in 'abc': 'abc'.index('z')
