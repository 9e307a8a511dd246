# rule: folders_of_others.drive_of_windows
# source: constructed
# says: The file\s+is\s+here\s+too
# %% before
open('data.csv', 'w').write('a,b\n1,2\n')
# %% fails
f = open(r'D:\stuff\data.csv')
# %% mended
f = open('data.csv')
f.close()
