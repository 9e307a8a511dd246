# rule: python_places.wrong_index
# source: constructed
# says: for town, rent in zip\(towns, rents\):
# says: print\(town, rent\)
# %% before
towns = ['Ulm', 'Kiel']
rents = [700, 1200]
# %% fails
for town in towns:
    print(town, rents[town])
# %% mended
for town, rent in zip(towns, rents):
    print(town, rent)
