# rule: python_places.wrong_index
# source: constructed
# says: towns\[int\(n\)\]
# %% before
towns = ['Ulm', 'Kiel']
n = '1'
# %% fails
towns[n]
# %% mended
towns[int(n)]
