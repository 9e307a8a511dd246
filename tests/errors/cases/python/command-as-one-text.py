# rule: commands.command_as_one_text
# source: constructed
# says: one\s+program, blanks included
# says: shell\(\['wc', '-l', 'notes.txt'\]\)
# %% before
import subprocess
from pathlib import Path
Path('notes.txt').write_text('one\ntwo\n')
def shell(command):
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip()
# %% fails
lines = shell('wc -l notes.txt')
# %% mended
lines = shell(['wc', '-l', 'notes.txt'])
