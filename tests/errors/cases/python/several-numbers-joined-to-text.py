# rule: python_types.text_and_number
# source: constructed
# says: Turn each value into text
# says: print\("step " \+ str\(i\) \+ " of " \+ str\(len\(steps\)\) \+ ", error " \+ str\(err\)\)
# %% before
steps = [0.5, 0.25]
# %% fails
for i, err in enumerate(steps):
    print("step " + i + " of " + len(steps) + ", error " + err)
# %% mended
for i, err in enumerate(steps):
    print("step " + str(i) + " of " + str(len(steps)) + ", error " + str(err))
