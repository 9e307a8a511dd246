# rule: python_types.text_and_text
# source: constructed
# says: int\('5'\) \- int\('3'\)
# %% fails
'5' - '3'
# %% mended
int('5') - int('3')
