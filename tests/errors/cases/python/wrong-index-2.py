# rule: python_places.wrong_index
# source: constructed
# says: rows\[0\]\['a'\]
# says: rows
# %% fails
rows=[{'a':1}]
rows['a']
# %% mended
rows=[{'a':1}]
rows[0]['a']
