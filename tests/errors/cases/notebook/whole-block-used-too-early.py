# rule: notebook_names.used_too_early
# source: constructed
# says: move lines 5, 6, and 7 above line 2|move lines 5, 6 and 7 above line 2
# says: low = min\(speeds\)
# says: high = max\(speeds\)
# says: width = high - low
# %% before
speeds = [3, 5, 9]
# %% fails
n = len(speeds)
bins = (speeds[0] - low) / width
print(bins)

low = min(speeds)
high = max(speeds)
width = high - low
# %% mended
n = len(speeds)
low = min(speeds)
high = max(speeds)
width = high - low
bins = (speeds[0] - low) / width
print(bins)
