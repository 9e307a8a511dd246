# rule: python_types.text_and_number
# source: constructed
# says: 5 \+ int\('3'\)
# %% fails
5 + '3'
# %% mended
5 + int('3')
