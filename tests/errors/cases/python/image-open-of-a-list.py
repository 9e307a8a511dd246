# rule: pictures.list_for_one_file
# source: constructed
# says: Image\.open opens one picture
# says: names is a list of 2 files
# %% before
from PIL import Image
for one in ('a.png', 'b.png'): Image.new('L', (4, 4)).save(one)
# %% fails
names = ['a.png', 'b.png']
Image.open(names)
# %% mended
names = ['a.png', 'b.png']
Image.open(names[0])
