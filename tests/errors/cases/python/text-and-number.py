# rule: python_types.text_and_number
# source: constructed
# says: 'Age: ' \+ str\(5\)
# says: Age
# %% fails
'Age: ' + 5
# %% mended
'Age: ' + str(5)
