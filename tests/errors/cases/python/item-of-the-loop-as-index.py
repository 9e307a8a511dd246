# rule: python_places.wrong_index
# source: constructed
# says: print\(town\.upper\(\)\)
# says: item\s+already
# %% before
towns = ['Ulm', 'Kiel']
# %% fails
for town in towns:
    print(towns[town].upper())
# %% mended
for town in towns:
    print(town.upper())
