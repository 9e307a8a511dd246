# notice: none
# source: constructed
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
    seen = np.array(Image.open(file), dtype=float)
    return np.abs(seen - room).mean()
def change_of_part(file):
    seen = np.array(Image.open(file))
    seen = seen/255
    return np.abs(seen - room/255).mean()
def contrast(file):
    seen = np.array(Image.open(file))
    return np.abs(seen - seen.mean()).mean()
print(change('cam/frame1.png'), change_of_part('cam/frame1.png'), contrast('cam/frame2.png'))
