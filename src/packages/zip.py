"""usage: zip.py FOLDER NAME ARCHIVE, with SOURCE_DATE_EPOCH in the environment
NAME and all that it holds, seen from FOLDER, as an archive whose bytes depend on nothing else.
"""

import os
import sys
import time
import zipfile

folder, name, archive = sys.argv[1:]
date = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
os.chdir(folder)
paths = sorted(os.path.join(place, file) for place, _, files in os.walk(name) for file in files)
with zipfile.ZipFile(archive, "w") as made:
    for path in paths:
        entry = zipfile.ZipInfo(path, date)
        entry.create_system = 0  # the FAT of MS-DOS, which has no permissions
        entry.compress_type = zipfile.ZIP_DEFLATED
        with open(path, "rb") as file:
            made.writestr(entry, file.read(), compresslevel=9)
