# rule: python_values.of_nothing
# source: constructed
# says: if name in guests: guests.remove\(name\)
# %% before
guests = ['Ada', 'Bob']
def leave(name): guests.remove(name)
# %% fails
for one in ['Bob', 'Zoltan']: leave(one)
# %% mended
def leave(name):
    if name in guests: guests.remove(name)
for one in ['Bob', 'Zoltan']: leave(one)
