# rule: python_types.text_and_number
# source: constructed
# says: int\('3'\) \* 2\.5
# %% fails
'3' * 2.5
# %% mended
int('3') * 2.5
