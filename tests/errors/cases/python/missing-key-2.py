# rule: python_values.missing_key
# source: constructed
# says: c\[w\] = c\.get\(w, 0\) \+ 1
# %% fails
c={}
for w in ['a']: c[w] += 1
