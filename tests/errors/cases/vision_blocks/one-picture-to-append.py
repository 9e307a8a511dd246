# rule: pictures_saved.one_picture_to_append
# source: a learner's notebook
# says: frames\[0\].save
# says: append_images=frames\[1:\]
# %% before
from PIL import Image
frames = [Image.new('L', (4, 4), 50 * i) for i in range(3)]
img = frames[-1]
# %% fails
img.save('life.gif', save_all=True, append_images=img, loop=0)
# %% mended
frames[0].save('life.gif', save_all=True, loop=0, append_images=frames[1:])
