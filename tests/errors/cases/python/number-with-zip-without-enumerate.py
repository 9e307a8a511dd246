# rule: loops_unpacked.not_counted
# source: constructed
# says: enumerate\(zip\(names, labels\)\)
# %% before
names=['ab_1','cd_2']; labels=['cat','dog']
# %% fails
for i,(n,l) in zip(names,labels): print(i,n,l)
# %% mended
for i,(n,l) in enumerate(zip(names, labels)): print(i,n,l)
