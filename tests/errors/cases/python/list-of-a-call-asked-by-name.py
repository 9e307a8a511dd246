# rule: python_places.wrong_index
# source: constructed
# says: found\(\)\[0\]\['name'\]
# %% before
def found(): return [{'name': 'Ulm'}]
# %% fails
found()['name']
# %% mended
found()[0]['name']
