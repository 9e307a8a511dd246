# notice: byte_differences.absolute_too_late
# source: constructed
# says: In difference: np.abs\(frame - self.background\) comes too late
# says: np.abs\(frame.astype\(int\) -\s+self.background\)
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
class Watcher:
    def __init__(self, background):
        self.background = np.array(Image.open(background))
    def difference(self, path):
        frame = np.array(Image.open(path))
        return np.abs(frame - self.background)
    def moved(self, path):
        return (self.difference(path) > 30).mean()
watcher = Watcher('cam/background.png')
shares = {p.name: watcher.moved(p) for p in Path('cam').glob('frame*.png')}
# %% mended
class Watcher:
    def __init__(self, background):
        self.background = np.array(Image.open(background))
    def difference(self, path):
        frame = np.array(Image.open(path))
        return np.abs(frame.astype(int) - self.background)
    def moved(self, path):
        return (self.difference(path) > 30).mean()
watcher = Watcher('cam/background.png')
shares = {p.name: watcher.moved(p) for p in Path('cam').glob('frame*.png')}
