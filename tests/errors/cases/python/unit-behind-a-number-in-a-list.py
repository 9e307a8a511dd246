# rule: python_numbers.text_to_number
# source: constructed
# says: replace\('kg', ''\)
# %% before
weights = ['12kg', '7kg']
# %% fails
total = sum(int(w) for w in weights)
# %% mended
total = sum(int(w.replace('kg', '')) for w in weights)
