# rule: python_values.beyond_the_end
# source: constructed
# says: for i in range\(len\(data\)\):
# says: data
# %% fails
data = [1, 2, 3]
for i in range(5):
    print(data[i])
# %% mended
data = [1, 2, 3]
for i in range(len(data)):
    print(data[i])
