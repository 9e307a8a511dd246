# rule: python_attributes.method_of_another_type
# source: constructed
# says: ages\['key'\]
# %% before
ages = {'Ann': 5}
# %% fails
ages.append(7)
# %% mended
ages['key'] = 7
