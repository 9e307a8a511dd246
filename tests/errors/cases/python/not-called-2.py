# rule: python_attributes.not_called
# source: constructed
# says: 'abc'\.upper\(\)\.strip\(\)
# says: abc
# %% fails
'abc'.upper.strip()
# %% mended
'abc'.upper().strip()
