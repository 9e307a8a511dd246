# rule: python_values.missing_key
# source: constructed
# says: totals\['a'\] = …
# says: totals
# %% fails
totals = {}
totals['a'].append(1)
