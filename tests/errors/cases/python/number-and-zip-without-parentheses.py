# rule: loops_unpacked.number_and_parts
# source: constructed
# says: for i, \(n, l\) in enumerate
# %% before
names=['ab_1','cd_2']; labels=['cat','dog']
# %% fails
for i,n,l in enumerate(zip(names,labels)): print(i,n,l)
# %% mended
for i, (n, l) in enumerate(zip(names,labels)): print(i,n,l)
