# notice: byte_differences.absolute_too_late
# source: constructed
# says: abs\(seen - room\) comes too late
# %% before
import numpy as np
from PIL import Image
from pathlib import Path
draw = np.random.default_rng(13)
Path('cam').mkdir()
room = draw.integers(100, 110, (12, 16)).astype(np.uint8)
for i in range(3): Image.fromarray(room + draw.integers(0, 4, room.shape).astype(np.uint8)).save(f'cam/frame{i}.png')
Image.fromarray(room + 2).save('cam/background.png')
# %% cell
def change(file):
    seen = np.asarray(Image.open(file).convert('L'))
    return abs(seen - room).mean()
change('cam/frame1.png')
# %% mended
def change(file):
    seen = np.asarray(Image.open(file).convert('L'))
    return abs(seen.astype(int) - room).mean()
change('cam/frame1.png')
