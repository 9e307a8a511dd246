# rule: python_numbers.text_to_number
# source: constructed
# says: hexadecimal
# says: place = int\(card\[-3:\], 16\)
# %% before
card = 'shoe_1f9'
# %% fails
place = int(card[-3:])
# %% mended
place = int(card[-3:], 16)
