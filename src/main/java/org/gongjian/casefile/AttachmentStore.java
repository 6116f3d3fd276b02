package org.gongjian.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The bytes of attachments, in files named by id below the house's folder. A file appears
 * under its name whole and on the disk, or not at all.
 */
@Component
class AttachmentStore {

	private final Path root;

	private final Path arriving;

	AttachmentStore(@Value("${gongjian.home}") Path home) {
		this.root = home.resolve("attachments");
		this.arriving = this.root.resolve("arriving");
	}

	/**
	 * Takes in bytes up to a limit, under no name yet.
	 * @return empty if there are more than that
	 */
	Optional<Arrived> receive(InputStream in, long limit) {
		try {
			Files.createDirectories(this.arriving);
			Path file = this.arriving.resolve(UUID.randomUUID().toString());
			MessageDigest digest = sha256();
			long size = 0;
			boolean whole = false;
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
					OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
				byte[] buffer = new byte[64 * 1024];
				int count;
				while (size <= limit && (count = in.read(buffer)) >= 0) {
					out.write(buffer, 0, count);
					size += count;
				}
				channel.force(true);
				whole = size <= limit;
			}
			finally {
				if (!whole) {
					Files.deleteIfExists(file);
				}
			}
			return whole ? Optional.of(new Arrived(file, size, HexFormat.of().formatHex(digest.digest())))
					: Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("An attachment could not be written", ex);
		}
	}

	/** Gives what arrived its name for ever. */
	void keep(Arrived arrived, UUID id) {
		Path place = place(id);
		try {
			Files.createDirectories(place.getParent());
			Files.move(arrived.file(), place, StandardCopyOption.ATOMIC_MOVE);
			force(place.getParent());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("An attachment could not be kept", ex);
		}
	}

	void discard(Arrived arrived) {
		delete(arrived.file());
	}

	/** The bytes, or empty if the file is gone. */
	Optional<InputStream> open(UUID id) {
		try {
			return Optional.of(Files.newInputStream(place(id)));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("An attachment could not be read", ex);
		}
	}

	void delete(UUID id) {
		delete(place(id));
	}

	/** How many bytes the disk still takes. */
	long room() {
		try {
			Files.createDirectories(this.root);
			return Files.getFileStore(this.root).getUsableSpace();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Deletes what arrived before that moment and never got a name. */
	void forgetArriving(Instant before) {
		for (Path file : list(this.arriving)) {
			if (isOlder(file, before)) {
				delete(file);
			}
		}
	}

	/** The first level of folders, for going through everything in parts. */
	List<Path> shelves() {
		return list(this.root).stream().filter((folder) -> !folder.equals(this.arriving)).toList();
	}

	/** The ids of the files below a folder that are older than that moment. */
	List<UUID> ids(Path shelf, Instant before) {
		List<UUID> ids = new ArrayList<>();
		for (Path folder : list(shelf)) {
			for (Path file : list(folder)) {
				if (isOlder(file, before)) {
					ids.add(UUID.fromString(file.getFileName().toString()));
				}
			}
		}
		return ids;
	}

	private static boolean isOlder(Path file, Instant moment) {
		try {
			return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static List<Path> list(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> children = Files.list(folder)) {
			return children.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path place(UUID id) {
		String name = id.toString();
		return this.root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Makes the entry in the folder survive a power cut, where the system can. */
	private static void force(Path folder) {
		try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		}
		catch (IOException ex) {
			// not every file system lets a folder be opened
			return;
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Bytes that are on the disk but have no name yet.
	 *
	 * @param file where they lie
	 * @param size how many
	 * @param sha256 their hash
	 */
	record Arrived(Path file, long size, String sha256) {
	}

}
