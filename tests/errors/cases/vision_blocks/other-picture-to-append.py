# rule: pictures_saved.one_picture_to_append
# source: constructed
# says: append_images=\[b\]
# %% before
from PIL import Image
a, b = Image.new('L', (4, 4)), Image.new('L', (4, 4), 200)
# %% fails
a.save('two.gif', save_all=True, append_images=b)
# %% mended
a.save('two.gif', save_all=True, append_images=[b])
