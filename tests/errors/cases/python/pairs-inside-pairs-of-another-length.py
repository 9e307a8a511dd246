# rule: none
# source: constructed
# %% before
pairs=[('a.jpg',('cat',1)),('b.jpg',('dog',2,3))]
# %% fails
for f,(l,n) in pairs: print(f,l)
