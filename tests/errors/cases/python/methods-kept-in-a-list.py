# rule: python_uncalled.method_as_value
# source: constructed
# says: sizes\.append\(word\.count\(\)\)
# says: was not called
# %% fails
sizes = []
for word in ("one", "three"):
    sizes.append(word.count)
sum(sizes)
