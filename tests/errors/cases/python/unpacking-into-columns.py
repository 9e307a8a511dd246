# rule: python_unpacking.unpacking
# source: constructed
# says: \(scores\['first'\], scores\['second'\]\)
# says: scores\['first'\], \*scores\['second'\] = found
# %% before
scores = {}
found = [0.5, 0.75, 1.0]
# %% fails
scores["first"], scores["second"] = found
# %% mended
scores["first"], *scores["second"] = found
